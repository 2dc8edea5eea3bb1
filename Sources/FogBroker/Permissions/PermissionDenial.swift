import FogModel

/// Words why something is not permitted, and what would permit it.
struct PermissionDenial {
    let verb: PermissionVerb
    let refusal: PermissionSet.Refusal
    let layer: PermissionLayer
    /// Says how people call a host.
    let name: (HostSubject) -> String

    var error: FogError {
        switch refusal {
        case .missing(let host): FogError(.denied, "\(what(host)) is not granted\(by)", hint: remedy(host))
        case .denied(let grant): FogError(.denied, "\(verb) is denied by \(place(of: grant))", hint: Self.hints(layer))
        case .outside(let host):
            FogError(
                .denied,
                "\(what(host)) is outside the hosts of this handle of fog, \(layer.set.hosts?.description ?? "")"
            )
        }
    }

    /// Makes the error for a run that would change more hosts than it may.
    static func tooMany(_ layer: PermissionLayer, _ count: Int) -> FogError {
        let most = layer.set.maxHosts ?? 0
        switch layer.origin {
        case .run:
            return FogError(
                .denied,
                "this would be host number \(count) that the run changes, and it may change \(most)",
                hint: "if so many are meant, add --max-hosts \(count) or more"
            )
        case .site(let path):
            return FogError(
                .denied,
                "this would be host number \(count) that the run changes, and the site's policy (\(path)) allows \(most)",
                hint: hints(layer)
            )
        case .handle:
            return FogError(
                .denied,
                "this would be host number \(count) that this handle of fog changes, and it may change \(most)"
            )
        }
    }

    /// Makes the error for a grant of the operator's that names what there is not.
    static func unknown(_ selector: Selector, _ error: FogError) -> FogError {
        FogError(
            .denied,
            "nothing is changed: in --allow or --deny \"@\(selector)\", \(error.message)",
            hint: error.hint
        )
    }

    private func what(_ host: HostSubject?) -> String { host.map { "\(verb) on \(name($0))" } ?? "\(verb)" }

    private var by: String {
        switch layer.origin {
        case .run: ""
        case .site(let path): " by the site's policy, \(path)"
        case .handle: " to this handle of fog"
        }
    }

    private func place(of grant: Grant) -> String {
        switch layer.origin {
        case .site(let path): "\(grant) in the site's policy, \(layer.places[grant] ?? path)"
        case .run: layer.places[grant] ?? "--deny \(grant)"
        case .handle: "fog.restrict, which denies \(grant)"
        }
    }

    /// Flag that would grant it.
    private func remedy(_ host: HostSubject?) -> String? {
        guard layer.origin == .run else { return Self.hints(layer) }
        let wildcard = layer.set.allow?.first { $0.hosts == nil && $0.denies(verb) && !$0.grants(verb) }
        let flag = "add --allow \(verb)"
        if let wildcard { return "\(wildcard) does not cover what destroys: \(flag)" }
        guard case .known(let id)? = host else { return flag }
        let label = name(.known(id))
        let term = Selector.isName(label) && !label.hasPrefix("host ") ? label : "id:\(id)"
        return "\(flag), or for this host alone --allow \"\(verb)@\(term)\""
    }

    private static func hints(_ layer: PermissionLayer) -> String? {
        if case .site = layer.origin { return "whoever keeps that file can change it; no flag does" }
        return nil
    }
}
