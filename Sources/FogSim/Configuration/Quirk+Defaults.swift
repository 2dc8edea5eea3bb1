extension FogSim.Quirk {
    /// Quirks of FOG 1.5.9.
    static let fog15: Set<Self> = [
        .cancelUnknownCancelsAll, .cancelFinishedSucceeds, .cancelIdleHostCrashes, .cancelUnknownScheduledSucceeds,
        .groupDeployMixesImages, .groupCaptureIgnored, .groupSkipsBusy, .multicastTakesLowestImage,
        .multicastQueuesSnapins, .multicastJoinsSilently, .silentReplaceOfNonImaging,
        .snapinMergeRenames, .accessNotEnforced, .unknownSnapinAccepted, .disabledNodeAccepted,
        .savesBeforeValidating, .htmlEscapeGrows, .macsPutDropsPrimary, .macMovesSilently, .modulesInverted,
        .ownNameTaken, .createdDisabled, .listMemoryLimit, .nodeDetailsCrash, .htmlEscapesOutput, .filterSlipsIgnored,
    ]

    /// Quirks that FOG 1.5.9 has on PHP 8 alone.
    static let php8: Set<Self> = [.namesIDsCrash, .taskSearchCrashes, .hostWithoutMACsCrashes]

    /// Quirks of a server whose configuration switches none.
    static func usual(_ typing: FogSim.Typing) -> Set<Self> { typing == .php8 ? fog15.union(php8) : fog15 }
}
