internal import CLuaShim

/// What the shim calls.
///
/// None of these may let an error out; the shim raises for them once they have returned.
enum Callbacks {
    // SAFETY: the pointers are references that Lua owns for the time of the call: the box or the upvalue that holds them
    // is on the stack.
    static var table: foglua_callbacks {
        unsafe foglua_callbacks(
            call: { function, machine, state in
                unsafe Unmanaged<LuaFunction>.fromOpaque(function)._withUnsafeGuaranteedRef { function in
                    unsafe function.body(LuaFrame(machine: machine, state: state))
                }
            },
            field: { type, object, machine, state, number in
                let frame = unsafe LuaFrame(machine: machine, state: state)
                return unsafe Unmanaged<ObjectTypeBox>.fromOpaque(type)._withUnsafeGuaranteedRef { type in
                    unsafe Unmanaged<AnyObject>.fromOpaque(object)._withUnsafeGuaranteedRef { object in
                        type.read(object, Int(number), frame)
                    }
                }
            },
            event: { type, object, machine, state, event in
                let frame = unsafe LuaFrame(machine: machine, state: state)
                return unsafe Unmanaged<ObjectTypeBox>.fromOpaque(type)._withUnsafeGuaranteedRef { type in
                    unsafe Unmanaged<AnyObject>.fromOpaque(object)._withUnsafeGuaranteedRef { object in
                        type.answer(Int(event), object, frame)
                    }
                }
            },
            release: { object in unsafe Unmanaged<AnyObject>.fromOpaque(object).release() }
        )
    }
}
