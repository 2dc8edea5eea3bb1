import FogModel
import FogSession

extension FogError.Code {
    /// What it means to the person who has to act.
    var help: String {
        switch self {
        case .notFound: "There is no such row, or a name or selector fits none."
        case .invalidArgument: "A value cannot be sent."
        case .ambiguous: "A name or selector fits several rows where one is wanted."
        case .denied: "It was not granted, or the operator said no."
        case .conflict: "The host is busy, the image is in use, or the name is taken."
        case .auth: "The server refuses the tokens or the account."
        case .unavailable: "The server does not answer: it is unreachable, cut off, or switched off."
        case .timeout: "The given time has passed."
        case .server: "The server answered with an error, or with something that is no answer."
        case .refused: "The server cannot do it: an image that is disabled, a host without an image."
        case .stalled: "A host made no progress."
        case .cancelled: "It was called off."
        case .uncertain:
            "The answer was lost after a change was sent, and the server does not show whether it happened."
        case .limit: "A limit of the run was reached."
        case .budget: "More hosts have failed than the run allows."
        case .window: "The window in which the run may start things is closed."
        }
    }
}

extension ParameterKind {
    /// How it is written, and what the script gets.
    var help: String {
        switch self {
        case .string: "Text; length and pattern can bound it."
        case .integer: "Whole number; min and max can bound it."
        case .number: "Number; min and max can bound it."
        case .boolean: "Yes or no: --name or --no-name."
        case .choice: "One of the words in choices."
        case .duration: "A time such as 90s, 15m, 2h or 1d; the script gets seconds."
        case .size: "A size such as 512M or 4G; the script gets bytes."
        case .time:
            "An instant by the clock of the server, such as 22:30 or 2026-12-24 18:00; the script gets seconds since 1970."
        case .host: "One host by name or number; the script gets the Host."
        case .hosts: "A selector; the script gets the list of hosts."
        case .group: "A group by name or number; the script gets the Group."
        case .image: "An image by name or number; the script gets the Image."
        case .snapin: "A snapin by name or number; the script gets the Snapin."
        case .taskType: "A task type by its usual name or number; the script gets the TaskType that the server has."
        case .file: "A file of the person who runs the workflow; the script gets a table of its name and its text."
        case .secret: "A text that does not print; the script gets a Secret."
        }
    }
}
