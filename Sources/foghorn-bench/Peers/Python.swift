/// Python's reader of JSON.
enum Python {
    /// Starts a Python that holds a file and reads it by `json.loads` at each turn.
    static func loads(_ file: String) throws -> Worker {
        let program = """
            from json import loads
            from sys import argv, stdin
            text = open(argv[1], "rb").read()
            for line in stdin:
                loads(text)
                print(flush=True)
            """
        return try Worker("/usr/bin/env", ["python3", "-c", program, file])
    }
}
