extension Tables16 {
    /// Classes that are what they were in FOG 1.5.
    static let others: [Schema] = [
        modern("history"), modern("hookevent"), modern("ipxe"), modern("keysequence"), modern("notifyevent"),
        modern("oui"), modern("pxemenuoptions"),
    ]
}
