internal import CLuaShim

/// A declared type with its class erased; the shim holds it in each metamethod.
final class ObjectTypeBox {
    let name: String
    /// What the shim knows it by; set when it is declared.
    var number: Int32 = 0
    private let getters: [(AnyObject) throws -> LuaValue]
    private let events: (Int, AnyObject, LuaFrame) -> LuaValue
    private let size: (AnyObject) -> Int
    private let stored: (AnyObject) -> LuaRecord?

    init<Object: LuaObject>(_ type: LuaObjectType<Object>) {
        // SAFETY: the shim hands each box only objects of its own type's number, and `ValueWriter` gives that number only
        // to instances whose class is exactly `Object`.
        func down(_ object: AnyObject) -> Object { unsafe unsafeDowncast(object, to: Object.self) }
        name = type.name
        getters = type.fields.map { field in
            { object in
                guard let read = field.read else { preconditionFailure("\(type.name).\(field.name) is nowhere (bug)") }
                return try read(down(object))
            }
        }
        size = { type.charge(down($0)) }
        stored = { object in type.record.map { $0(down(object)) } }
        events = { event, object, frame in
            switch event {
            case FOGLUA_EVENT_UNKNOWN: return LuaValue(type.unknownField(down(object), frame.key(2)))
            case FOGLUA_EVENT_WRITE: return LuaValue(type.assignment(down(object), frame.key(2)))
            case FOGLUA_EVENT_LENGTH: return type.length.map { .integer($0(down(object))) } ?? .nil
            case FOGLUA_EVENT_TEXT: return LuaValue(type.text(down(object)))
            default:
                let other = frame.object(2)
                return .boolean(other.map { type.isEqual(down(object), down($0)) } ?? false)
            }
        }
    }

    func charge(_ object: AnyObject) -> Int { size(object) }

    /// Where the values of an object's fields lie, which lives as long as the object; nil where ``read(_:_:_:)`` is asked.
    func record(_ object: AnyObject) -> UnsafeRawPointer? {
        guard let record = stored(object) else { return nil }
        precondition(record.count == getters.count, "record of \(name) has \(record.count) values (bug)")
        return unsafe record.start
    }

    func read(_ object: AnyObject, _ number: Int, _ frame: LuaFrame) -> Int32 {
        do { return try getters[number](object).write(frame) } catch { return frame.raise(error) }
    }

    func answer(_ event: Int, _ object: AnyObject, _ frame: LuaFrame) -> Int32 {
        let answer = events(event, object, frame)
        if event == FOGLUA_EVENT_UNKNOWN || event == FOGLUA_EVENT_WRITE {
            return frame.raise(LuaError(.script, answer.string ?? name))
        }
        return answer.write(frame)
    }
}

extension LuaFrame {
    /// Key of an access, for a message.
    func key(_ index: Int32) -> String {
        if let text = String.read(self, index) { return text }
        if let number = Int.read(self, index) { return String(number) }
        return unsafe (LuaType(rawValue: lua_type(state, index)) ?? .nil).description
    }

    /// Object at an index; nil when there is none.
    func object(_ index: Int32) -> AnyObject? {
        var number: Int32 = 0
        // SAFETY: the box on the stack owns the object.
        return unsafe foglua_object(machine, state, index, &number)
            .map { unsafe Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue() }
    }
}
