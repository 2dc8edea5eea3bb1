extension World {
    /// Makes the tables of task types and states those of FOG 1.6, where that is imitated.
    ///
    /// Origin: api-1.6.md section 9, "Task type ids" and "Task states"; that early betas still have the types of FOG 1.5
    /// is inferred from there.
    mutating func installTypes() {
        guard configuration.dialect.isFog16 else { return }
        var state = store["taskstate"].blank(now: stamp, user: "fog")
        state.set("name", "Failed")
        state.set("description", "Imaging has failed.")
        state.set("order", TaskStates.failed)
        state.set("icon", "exclamation-triangle")
        state.id = TaskStates.failed
        store["taskstate"].put(state)
        guard configuration.dialect == .fog16 else { return }
        for type in [21, 22] { store["tasktype"].remove(type) }
        var type = store["tasktype"].blank(now: stamp, user: "fog")
        type.set("name", "Enroll Secure Boot")
        type.set("description", "Enrols the server's key in the host's firmware.")
        type.set("icon", "shield")
        type.set("type", "fog")
        type.set("isAdvanced", "1")
        type.set("access", "both")
        type.id = 25
        store["tasktype"].put(type)
    }
}
