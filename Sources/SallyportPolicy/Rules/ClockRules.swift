import SallyportModel

/// The rules of time.
enum ClockRules {
    static let all = [backdated, timeUnknown, timeInFuture, cooldown]

    static let backdated = Rule(
        "backdated",
        "appeared with a publish time from before our last look",
        .hold,
        .high,
        sentence: "states that it was published {published}, but was not in the index at {look}",
        review: """
            A release that was not there when we last looked can't be older than that look; a false age would skip the \
            cooldown. A slow mirror between us and the registry looks the same: compare with the registry's own page.
            """
    )

    static let timeUnknown = Rule(
        "time-unknown",
        "no readable publish time",
        .hold,
        .medium,
        sentence: "has no publish time that can be read, so its age is unknown",
        review: "Without a time there is no cooldown. See whether the index leaves out the times of all its releases."
    )

    static let timeInFuture = Rule(
        "time-in-future",
        "publish time in the future",
        .hold,
        .medium,
        sentence: "states a publish time in the future: {published}",
        review: "Either a clock is wrong, ours or the registry's, or the time was made up."
    )

    static let cooldown = Rule(
        "cooldown",
        "younger than the cooldown",
        .hold,
        .low,
        sentence: "{since}, held until {until} (cooldown of {cooldown})",
        review: """
            Most attacks on packages are found within a day; a release that waits is judged with what others found \
            meanwhile. Admit it early only when you need what it fixes.
            """
    )
}
