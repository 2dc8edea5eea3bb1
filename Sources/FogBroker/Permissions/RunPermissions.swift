package import FogModel
import Synchronization

/// What a run may do, what it has asked to do, and which hosts it has changed.
///
/// It is one for all servers of a run: the number of hosts counts over all of them.
package final class RunPermissions: Sendable {
    /// A host of one of the run's servers.
    struct Place: Hashable {
        /// Name of the server; nil for the one that the run is about.
        var server: String?
        /// The host.
        var host: HostSubject
    }

    /// A layer with its number.
    typealias Numbered = (number: Int, layer: PermissionLayer)

    private struct State {
        var layers: [PermissionLayer]
        /// Layers of the script's handles, by the handle's number.
        var handles: [Int: [Int]] = [:]
        /// Hosts changed, by the layer that counts them.
        var changed: [Int: Set<Place>] = [:]
        var all: Set<Place> = []
        var used: [PermissionVerb] = []
    }

    /// Most handles of a run: a script that makes more has lost its way.
    private static let mostHandles = 10_000

    private let state: Mutex<State>
    private let base: Range<Int>
    /// Asks the operator for what is missing; nil where nobody is asked.
    let ask: PermissionAsker?
    /// Keeps hosts for the run; nil where no other run can be in the way.
    let keep: HostKeeper?

    /// Takes what is granted.
    ///
    /// - Parameters:
    ///   - layers: grants, of which each has to permit what is done; none permits everything.
    ///   - ask: asks the operator for what is missing; nil asks nobody.
    ///   - keep: keeps hosts for the run; nil keeps none.
    package init(_ layers: [PermissionLayer] = [], ask: PermissionAsker? = nil, keep: HostKeeper? = nil) {
        state = Mutex(State(layers: layers))
        base = layers.indices
        self.ask = ask
        self.keep = keep
    }

    /// What the run has asked leave for so far, granted or not, in the order of its first asking.
    package var used: [PermissionVerb] { state.withLock { $0.used } }

    /// How many different hosts the run has changed so far.
    package var hostCount: Int { state.withLock { $0.all.count } }

    // MARK: - Handles

    /// Makes a narrower handle.
    ///
    /// - Parameters:
    ///   - parent: handle that it is made of; nil for the run's own.
    ///   - set: what it is confined to.
    /// - Returns: its number.
    /// - Throws: `FogError` with `denied` for a parent that nobody has made, `limit` for too many handles.
    func restrict(_ parent: Int?, to set: PermissionSet) throws(FogError) -> Int {
        let layers = try layers(of: parent).map(\.number)
        return try state.withLock { state throws(FogError) in
            guard state.handles.count < Self.mostHandles else {
                throw FogError(.limit, "a run has at most \(Self.mostHandles) restricted handles")
            }
            state.layers.append(PermissionLayer(.handle, set))
            let handle = state.handles.count + 1
            state.handles[handle] = layers + [state.layers.count - 1]
            return handle
        }
    }

    /// Layers that hold for a handle.
    ///
    /// - Throws: `FogError` with `denied` for a handle that nobody has made.
    func layers(of handle: Int?) throws(FogError) -> [Numbered] {
        try state.withLock { state throws(FogError) in
            guard let handle else { return base.map { ($0, state.layers[$0]) } }
            guard let numbers = state.handles[handle] else {
                throw FogError(.denied, "there is no handle \(handle) of fog")
            }
            return numbers.map { ($0, state.layers[$0]) }
        }
    }

    /// Adds to what the operator grants.
    package func grant(_ grants: [Grant]) {
        changeRunLayer { set in
            set.allow = set.allow.map { old in old + grants.filter { !old.contains($0) } }
        }
    }

    /// Sets how many different hosts the operator lets the run change.
    package func setMaxHosts(_ count: Int) {
        changeRunLayer { $0.maxHosts = count }
    }

    /// Layers that hold for the run itself.
    package var layers: [PermissionLayer] { state.withLock { Array($0.layers[base]) } }

    private func changeRunLayer(_ change: (inout PermissionSet) -> Void) {
        state.withLock { state in
            for number in base where state.layers[number].origin == .run { change(&state.layers[number].set) }
        }
    }

    // MARK: - Noting

    /// Notes what is asked.
    func note(_ verb: PermissionVerb) {
        state.withLock { state in
            if !state.used.contains(verb) { state.used.append(verb) }
        }
    }

    /// Counts hosts that are about to be changed, unless that were too many for a layer.
    ///
    /// - Returns: the layer for which it would be too many, and how many it would be; nil where they are counted.
    func count(_ hosts: Set<Place>, in layers: [Numbered]) -> (layer: PermissionLayer, count: Int)? {
        state.withLock { state in
            for (number, layer) in layers {
                guard let most = layer.set.maxHosts else { continue }
                let count = state.changed[number, default: []].union(hosts).count
                // What has been counted once may be changed again, whatever the number is.
                if count > most, count > state.changed[number, default: []].count { return (layer, count) }
            }
            for (number, layer) in layers where layer.set.maxHosts != nil {
                state.changed[number, default: []].formUnion(hosts)
            }
            state.all.formUnion(hosts)
            return nil
        }
    }

    /// Takes that a host that was about to be registered has a number now.
    func settle(_ name: String, of server: String?, as host: HostID) {
        let (old, new) = (Place(server: server, host: .new(name)), Place(server: server, host: .known(host)))
        state.withLock { state in
            if state.all.remove(old) != nil { state.all.insert(new) }
            for number in state.changed.keys where state.changed[number]?.remove(old) != nil {
                state.changed[number]?.insert(new)
            }
        }
    }
}
