/// How far a transport goes.
package struct HTTPLimits: Hashable, Sendable {
    /// Connections open at once; further requests wait for one.
    ///
    /// FOG gets no faster beyond four.
    ///
    /// Origin: `fog/api-1.5.md` section 11: 27 requests a second with one client, 52 with 4, 8 or 16.
    package var connections = 8
    /// Time until a connection must stand, TLS included.
    package var connect: Duration = .seconds(10)
    /// Time that an unused connection is kept; shorter than Apache's 5 s, so that none is found closed.
    package var idle: Duration = .seconds(3)
    /// Bytes of the largest answer that is taken; 10,000 hosts are 21 MB.
    package var body = 256 << 20

    /// Makes the usual limits.
    package init() {}
}
