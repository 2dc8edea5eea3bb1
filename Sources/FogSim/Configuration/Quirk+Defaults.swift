extension FogSim.Quirk {
    /// Quirks of FOG 1.5.9.
    static let fog15: Set<Self> = [
        .cancelUnknownCancelsAll, .cancelFinishedSucceeds, .cancelIdleHostCrashes, .cancelUnknownScheduledSucceeds,
        .groupDeployMixesImages, .groupCaptureIgnored, .groupSkipsBusy, .multicastTakesLowestImage,
        .multicastQueuesSnapins, .multicastJoinsSilently, .silentReplaceOfNonImaging, .noTaskLock,
        .snapinMergeRenames, .accessNotEnforced, .unknownSnapinAccepted, .disabledNodeAccepted, .failureStaysActive,
        .scheduledNeedsImage, .savesBeforeValidating, .htmlEscapeGrows, .macsPutDropsPrimary, .macMovesSilently,
        .modulesInverted,
        .ownNameTaken, .createdDisabled, .listMemoryLimit, .nodeDetailsCrash, .htmlEscapesOutput, .filterSlipsIgnored,
    ]

    /// Quirks that FOG 1.5.9 has on PHP 8 alone.
    static let php8: Set<Self> = [.namesIDsCrash, .taskSearchCrashes, .hostWithoutMACsCrashes]

    /// Quirks of FOG 1.6.
    ///
    /// Origin: api-1.6.md sections 4.5, 7, 9 and 10.
    static let fog16: Set<Self> = [
        .cancelUnknownCancelsAll, .bulkCancelCrashes, .groupSkipsBusy, .multicastTakesLowestImage,
        .multicastQueuesSnapins, .multicastJoinsSilently, .silentReplaceOfNonImaging, .snapinMergeRenames,
        .unknownSnapinAccepted, .scheduledNeedsImage, .createdDisabled, .filterSlipsIgnored,
    ]

    /// Quirks that early betas of FOG 1.6 have beside them.
    ///
    /// Origin: ANCHORS.md section 6, rows 14, 25, 27, 28 and 30; api-1.6.md section 11, #707.
    static let beta: Set<Self> = [
        .groupCaptureIgnored, .accessNotEnforced, .singleSnapinLosesHost, .wakeReusesRow, .nonImagingReusesRow,
        .failureStaysActive, .scheduledAlwaysWakes, .primacIgnored,
    ]

    /// Quirks of a server whose configuration switches none.
    static func usual(_ dialect: FogSim.Dialect) -> Set<Self> {
        switch dialect {
        case .fog15php7: fog15
        case .fog15php8: fog15.union(php8)
        case .fog16beta: fog16.union(beta)
        case .fog16: fog16
        }
    }
}
