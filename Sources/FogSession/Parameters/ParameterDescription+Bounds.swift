extension ParameterDescription {
    /// Allowed numbers in words, as in "1 to 64" or "512M or more"; nil without bounds.
    package var range: String? {
        switch (minimum, maximum) {
        case (let low?, let high?): "\(words(low)) to \(words(high))"
        case (let low?, nil): "\(words(low)) or more"
        case (nil, let high?): "\(words(high)) or less"
        case (nil, nil): nil
        }
    }

    /// Allowed lengths of a string in words, as in "1 to 64 characters"; nil without bounds.
    package var lengths: String? {
        guard let length else { return nil }
        if length.lowerBound == length.upperBound { return "\(length.lowerBound) characters" }
        if length.upperBound == .max { return "at least \(length.lowerBound) characters" }
        if length.lowerBound == 0 { return "at most \(length.upperBound) characters" }
        return "\(length.lowerBound) to \(length.upperBound) characters"
    }

    /// Writes a number as a person writes it for this parameter, as in `15m` or `4G`.
    package func words(_ number: Double) -> String {
        guard let whole = Int(exactly: number) else { return String(number) }
        switch kind {
        case .duration: return DurationText.text(whole)
        case .size: return SizeText.text(whole)
        default: return String(whole)
        }
    }

    /// Says why a value, of the right type, is not allowed.
    ///
    /// - Parameter value: one value; of a list, each by itself.
    /// - Returns: what is allowed, as in "1 to 64"; nil where the value is.
    package func misfit(of value: ScriptValue) -> String? {
        switch value {
        case .integer(let number): misfit(of: Double(number))
        case .number(let number): misfit(of: number)
        case .string(let text): misfit(of: text)
        default: nil
        }
    }

    private func misfit(of number: Double) -> String? {
        guard kind.isNumeric, number < minimum ?? -.infinity || number > maximum ?? .infinity else { return nil }
        return range
    }

    private func misfit(of text: String) -> String? {
        guard kind == .string else { return nil }
        if let length, !length.contains(text.count) { return lengths }
        // A pattern that does not hold is refused where the workflow is described.
        guard let pattern, let rule = try? TextPattern(pattern), !rule.fits(text) else { return nil }
        return form ?? "a text of the form \(pattern)"
    }
}
