internal import CConfine
import Glibc

/// One end of a socket pair.
package struct Channel: Hashable, Sendable {
    /// What a transfer came to.
    package enum Transfer: Hashable, Sendable {
        /// So many bytes, at least one.
        case bytes(Int)
        /// Nothing now, something perhaps later.
        case nothing
        /// Nothing ever again.
        case end
    }

    let descriptor: Int32

    /// The end that a worker has: its descriptor 0.
    package static let ofWorker: Channel = Channel(descriptor: 0)

    /// Reads into a buffer from its beginning.
    ///
    /// - Parameters:
    ///   - buffer: bytes to write over, at least one.
    ///   - waits: whether to wait for the first byte.
    /// - Returns: how many bytes were read.
    package func read(into buffer: inout [UInt8], waits: Bool) -> Transfer {
        let count = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
            unsafe confine_read(descriptor, bytes.baseAddress, bytes.count, waits ? 1 : 0)
        }
        return transfer(count)
    }

    /// Writes bytes.
    ///
    /// - Parameters:
    ///   - bytes: bytes to write, at least one.
    ///   - waits: whether to wait until all are written.
    /// - Returns: how many bytes were written.
    package func write(_ bytes: ArraySlice<UInt8>, waits: Bool) -> Transfer {
        let count = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe confine_write(descriptor, bytes.baseAddress, bytes.count, waits ? 1 : 0)
        }
        return transfer(count)
    }

    /// Closes it.
    package func close() { confine_close(descriptor) }

    private func transfer(_ count: Int) -> Transfer {
        if count > 0 { return .bytes(count) }
        return count < 0 && errno == EAGAIN ? .nothing : .end
    }
}
