/// Names of the classes that FOG's API has, for suggestions and to know the usual ones without asking.
package enum ClassNames {
    /// Origin: FOG 1.5.9.239, section 3; `service` is 1.6's `setting`.
    package static let ofFive: Set<String> = Set(
        """
        clientupdater dircleaner greenfog group groupassociation history hookevent host hostautologout hostscreensetting \
        image imageassociation imagepartitiontype imagetype imaginglog inventory ipxe keysequence macaddressassociation \
        module moduleassociation multicastsession multicastsessionassociation nodefailure notifyevent os oui plugin \
        powermanagement printer printerassociation pxemenuoptions scheduledtask setting snapin snapinassociation \
        snapingroupassociation snapinjob snapintask storagegroup storagenode task tasklog taskstate tasktype usercleanup \
        usertracking virus
        """.split(separator: " ").map(String.init)
    )

    /// Origin: FOG 1.6, section 3.1; plugins add their own.
    package static let ofSix: Set<String> = Set(
        """
        agentwake architecture filedeletequeue group groupassociation groupsoftwareassociation history hookevent host \
        hostautologout hostdirectory hostfactstate hostnetwork hostprinter hostscreensetting hostsoftware hostspooler \
        hostusersession image imageassociation imagepartitiontype imagetype inventory ipxe keysequence \
        macaddressassociation module moduleassociation multicastsession multicastsessionassociation nodefailure \
        notifyevent os oui plugin powermanagement printer printerassociation pxemenuoptions role rolepermission \
        roleuserassociation roleusergroupassociation scheduledtask setting site snapin snapinassociation \
        snapingroupassociation snapinjob snapintask software softwareassociation softwarestatus storagegroup storagenode \
        task tasklog taskstate tasktype user usergroup usergroupmember usertracking
        """.split(separator: " ").map(String.init)
    )

    /// Whether a text can be the name of a class.
    package static func isClassName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }
}
