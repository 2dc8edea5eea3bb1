extension FogSim {
    /// One thing that a FOG server does and that its clients do not expect.
    ///
    /// Each can be switched on or off by name, see ``Configuration/quirks``; a server without one does what its answer
    /// promises.
    ///
    /// Origin: api-1.5.md sections 1 and 7, api-1.6.md sections 9 to 11, and FOG's own source where they name it.
    public enum Quirk: String, CaseIterable, Sendable {
        // MARK: Cancelling

        /// Cancelling a task or snapin task that does not exist, or none, cancels all active ones that the body names,
        /// without a body all; without the quirk 404.
        case cancelUnknownCancelsAll = "cancel-unknown-cancels-all"
        /// Cancelling what is over answers 200 and does nothing; without the quirk 409.
        case cancelFinishedSucceeds = "cancel-finished-succeeds"
        /// Cancelling a host without a task crashes, and a group at its first such member; without the quirk 409.
        case cancelIdleHostCrashes = "cancel-idle-host-crashes"
        /// Cancelling without a number crashes; without the quirk all that the body names is cancelled.
        case bulkCancelCrashes = "bulk-cancel-crashes"
        /// Cancelling a scheduled task that does not exist answers 200; without the quirk 404.
        case cancelUnknownScheduledSucceeds = "cancel-unknown-scheduled-succeeds"
        /// Cancelling a scheduled task answers 200 and does nothing.
        case scheduledCancelIgnored = "scheduled-cancel-ignored"

        // MARK: Tasking

        /// Hosts of a group get each other's images; without the quirk each its own.
        case groupDeployMixesImages = "group-deploy-mixes-images"
        /// Capturing a group answers 200 and makes nothing; without the quirk it is refused.
        case groupCaptureIgnored = "group-capture-ignored"
        /// Busy members of a group are passed over; without the quirk the whole request is refused.
        case groupSkipsBusy = "group-skips-busy"
        /// Multicast of a group writes the image of the lowest number to all; without the quirk mixed images are refused.
        case multicastTakesLowestImage = "multicast-takes-lowest-image"
        /// Multicast of a group queues all snapins of its hosts as well.
        case multicastQueuesSnapins = "multicast-queues-snapins"
        /// Multicast of a host joins any session of its image that is not over; without the quirk it opens its own.
        case multicastJoinsSilently = "multicast-joins-silently"
        /// A host's active task that does not image is cancelled for a new one; without the quirk the new is refused.
        case silentReplaceOfNonImaging = "silent-replace-of-non-imaging"
        /// Several requests on their way at once for one host make several tasks: each looks before any has written.
        case noTaskLock = "no-task-lock"
        /// A snapin task for a host that has one renames and retypes the old; without the quirk it is refused.
        case snapinMergeRenames = "snapin-merge-renames"
        /// Task types for hosts alone are taken for groups, too; without the quirk they are refused.
        case accessNotEnforced = "access-not-enforced"
        /// A task of one snapin is renamed, retyped, and names no host; FOG 1.6 beta.
        case singleSnapinLosesHost = "single-snapin-loses-host"
        /// Waking a host marks its active task complete; FOG 1.6 beta. Without the quirk that task stays as it is.
        case wakeReusesRow = "wake-reuses-row"
        /// A task that does not image is not made for a host that has an active one, with answer 200; FOG 1.6 beta.
        case nonImagingReusesRow = "non-imaging-reuses-row"
        /// A scheduled task of a host without a valid image makes none, whatever its type.
        case scheduledNeedsImage = "scheduled-needs-image"
        /// A scheduled task wakes its host though it was told not to; betas of FOG 1.6.
        case scheduledAlwaysWakes = "scheduled-always-wakes"
        /// A snapin that does not exist is queued; without the quirk it is refused.
        case unknownSnapinAccepted = "unknown-snapin-accepted"
        /// A task whose imaging failed stays active; without the quirk its state is 6, Failed.
        case failureStaysActive = "failure-stays-active"
        /// A deploy is taken though no storage node is enabled; without the quirk it is refused.
        case disabledNodeAccepted = "disabled-node-accepted"

        // MARK: Writing

        /// Invalid rows are saved, then answered with 404; without the quirk they are not saved.
        case savesBeforeValidating = "saves-before-validating"
        /// Each change stores all other texts in HTML-escaped form.
        case htmlEscapeGrows = "html-escape-grows"
        /// Changing a host's `macs` makes the first new one primary, drops the old primary, and crashes where none is new.
        case macsPutDropsPrimary = "macs-put-drops-primary"
        /// Adding another host's MAC address moves it; without the quirk it is refused.
        case macMovesSilently = "mac-moves-silently"
        /// Changing a host's `modules` does the opposite; without the quirk they become what the body says.
        case modulesInverted = "modules-inverted"
        /// A row's own name is taken where it holds a capital letter.
        case ownNameTaken = "own-name-taken"
        /// Images and snapins are disabled where a new one does not say otherwise.
        case createdDisabled = "created-disabled"

        /// A host made with `primac` alone has no address; betas of FOG 1.6.
        case primacIgnored = "primac-ignored"
        /// Changing a group's `modules` sets the printers of these numbers; FOG 1.5.10.
        case groupModulesSetPrinters = "group-modules-set-printers"

        // MARK: Rights

        /// A user who is no administrator may only read, task and cancel, and that on some classes; all else is 403.
        case limitedUsers = "limited-users"

        // MARK: Reading

        /// Lists of more hosts or tasks than ``Configuration/wholeHostLimit`` answer 500 with nothing in it.
        case listMemoryLimit = "list-memory-limit"
        /// `/CLASS/names` and `/CLASS/ids` crash.
        case namesIDsCrash = "names-ids-crash"
        /// `/task/search/TERM` crashes.
        case taskSearchCrashes = "task-search-crashes"
        /// Making a host without `macs` crashes.
        case hostWithoutMACsCrashes = "host-without-macs-crashes"
        /// `/storagenode/details` crashes.
        case nodeDetailsCrash = "node-details-crash"
        /// Texts of answers are HTML-escaped.
        case htmlEscapesOutput = "html-escapes-output"
        /// Unknown keys of a filter are passed over, so that a slip asks for everything; without the quirk 400.
        case filterSlipsIgnored = "filter-slips-ignored"
        /// Something on the way drops the bodies of `GET` requests, so that no filter arrives.
        case getBodyDropped = "get-body-dropped"
        /// Passwords of storage nodes and settings that look like secrets are shown as asterisks.
        case secretsMasked = "secrets-masked"
        /// Each single object is `null`.
        case getNullSingles = "get-null-singles"
    }
}
