import Glibc

/// Time that the processor has spent.
package enum ProcessorTime {
    /// Seconds that it has spent on the calling thread so far.
    package static var ofThread: Double {
        var time = timespec()
        // SAFETY: fills the structure that it is given; a clock that is always there does not fail.
        _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
