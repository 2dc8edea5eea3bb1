import FogStdlib

/// Modules that come with Foghorn.
package enum LibraryModules {
    /// Names that scripts may require, in the order of the alphabet; no module of a script's own takes their place.
    package static let names: [String] = Stdlib.modules
}
