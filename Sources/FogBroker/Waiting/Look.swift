package import FogModel

/// What one look at a server has shown.
package enum Look: Sendable {
    /// The server answered.
    case answered(Sight)
    /// The server did not answer, or not with tasks.
    case refused(FogError)

    /// Tasks as the server has them.
    package struct Sight: Sendable {
        /// All active tasks, of whomever.
        package var active: [FogTask]
        /// Tasks that are waited for and no longer active.
        package var ended: [FogTask]
        /// What was wanted when the server was asked.
        package var question: Question
        /// Types whose tasks report progress: those that image.
        package var imaging: Set<TaskTypeID>
        /// Snapins of the jobs that are waited for.
        package var snapins: [SnapinTask]
        /// Multicast sessions of tasks that are waited for, by task.
        package var sessions: [TaskID: SessionSight]

        /// Makes a sight.
        package init(
            active: [FogTask],
            ended: [FogTask],
            question: Question,
            imaging: Set<TaskTypeID>,
            snapins: [SnapinTask] = [],
            sessions: [TaskID: SessionSight] = [:]
        ) {
            self.active = active
            self.ended = ended
            self.question = question
            self.imaging = imaging
            self.snapins = snapins
            self.sessions = sessions
        }
    }

    /// What a look is to find out.
    package struct Question: Hashable, Sendable {
        /// Tasks that somebody waits for, by number; one that is neither active nor ended does not exist.
        package var waited: [TaskID]
        /// Tasks that this run has made and that were active when last seen.
        package var own: [TaskID]
        /// Snapin jobs that somebody waits for.
        package var jobs: [SnapinJobID]

        /// Makes a question.
        package init(waited: [TaskID], own: [TaskID] = [], jobs: [SnapinJobID] = []) {
            self.waited = waited
            self.own = own
            self.jobs = jobs
        }
    }
}
