/// How Lua sees the instances of a Swift class.
///
/// Declared once to each machine by ``LuaMachine/declare(_:)``. Instances are read-only for scripts; a field is read from
/// Swift when the script asks for it. Only instances of exactly this class fit, so it should be final.
public struct LuaObjectType<Object: LuaObject> {
    /// A field: its name and how it is read.
    public struct Field {
        /// Name.
        public let name: String
        /// Gives the value.
        ///
        /// What it throws is raised in Lua. Nil where the value lies in the object's record.
        public let read: ((Object) throws -> LuaValue)?

        /// Makes a field.
        ///
        /// - Parameters:
        ///   - name: name.
        ///   - read: gives the value; nil in a type whose objects have records.
        public init(_ name: String, _ read: ((Object) throws -> LuaValue)? = nil) {
            self.name = name
            self.read = read
        }
    }

    /// Name in messages, such as `Host`.
    public var name: String
    /// Fields, in the order in which `pairs` gives them; those that are nil are left out there.
    public var fields: [Field]
    /// Values of all fields of an object in their order, laid out once; the object has to keep it.
    ///
    /// Nil for a type whose fields are read one by one.
    public var record: ((Object) -> LuaRecord)?
    /// Functions by method name; each gets the object as its first argument.
    public var methods: [(name: String, function: LuaFunction)]
    /// Functions of Lua by method name; each gets the object as its first argument.
    public var scripted: [(name: String, function: LuaReference)] = []
    /// Fields that are read by calling a function with the object, which may wait; `pairs` leaves them out.
    public var called: [(name: String, function: LuaFunction)] = []
    /// Words the error for a key that is neither field nor method.
    public var unknownField: (Object, String) -> String
    /// Words the error for a write.
    public var assignment: (Object, String) -> String
    /// Text for `tostring`.
    public var text: (Object) -> String
    /// Whether two instances are equal; identity if not given.
    public var isEqual: (Object, Object) -> Bool
    /// Value of the operator `#`; nil: none.
    public var length: ((Object) -> Int)?
    /// Bytes that count against the machine's memory for each userdata of the object.
    public var charge: (Object) -> Int

    /// Makes a type with usual words; change its properties for others.
    public init(
        _ name: String,
        fields: [Field],
        methods: [(name: String, function: LuaFunction)] = [],
        charge: @escaping (Object) -> Int = { _ in 0 },
        text: ((Object) -> String)? = nil,
        isEqual: @escaping (Object, Object) -> Bool = { $0 === $1 }
    ) {
        self.name = name
        self.fields = fields
        self.methods = methods
        self.charge = charge
        self.text = text ?? { _ in name }
        self.isEqual = isEqual
        unknownField = { _, key in "\(name) has no field '\(key)'" }
        assignment = { _, key in "\(name) is read-only: cannot set '\(key)'" }
    }
}
