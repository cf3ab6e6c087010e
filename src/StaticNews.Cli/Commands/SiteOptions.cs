using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using StaticNews.Configuration;
using StaticNews.Output;

namespace StaticNews.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class SiteOptions
{
    private const string Epoch = "SOURCE_DATE_EPOCH";

    private const string FollowLinksVariable = "STATICNEWS_FOLLOW_LINKS";

    /// <summary>What <see cref="DateTimeOffset"/> can hold; no zone is further from Greenwich.</summary>
    private const int MaxOffsetSeconds = 14 * 60 * 60;

    public static Argument<string> Site() =>
        new("SITE")
        {
            Description = "The site's folder, which contains site.yml and content/.",
            DefaultValueFactory = _ => ".",
            Validators = { RefuseEmpty },
        };

    public static Option<string> SiteOption() =>
        new("--site")
        {
            Description = "The site's folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
            Validators = { RefuseEmpty },
        };

    public static Option<string?> BaseUrl() =>
        new("--base-url")
        {
            Description = "The address of the site. Overrides base_url of site.yml.",
            HelpName = "URL",
        };

    public static Option<string> Format(string description)
    {
        var format = new Option<string>("--format") { Description = description, DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    public static bool IsJson(string? format) => string.Equals(format, "json", StringComparison.Ordinal);

    public static Option<DateTimeOffset?> AsOf() =>
        new("--as-of")
        {
            Description =
                "The time of the build (2026-01-31, 2026-01-31T12:00:00Z); later articles are not published yet. "
                + "Default: SOURCE_DATE_EPOCH, or the clock.",
            HelpName = "INSTANT",
            CustomParser = result => ParseInstant(result.Tokens[0].Value) is { } instant ? instant : Refuse(result),
        };

    /// <summary>
    /// An option that a person gives, or a variable of the environment; never anything that came with the site.
    /// </summary>
    public static Option<bool> FollowLinks() =>
        new("--follow-links")
        {
            Description =
                $"Follow symbolic links that lead out of the site's folder. {FollowLinksVariable}=1 in the "
                + $"environment has the same effect.",
        };

    public static bool FollowsLinks(Shell shell, bool option) =>
        option || (shell.Variables.TryGetValue(FollowLinksVariable, out var value) && value is "1" or "true" or "yes");

    /// <summary>
    /// Settings from the environment (<c>STATICNEWS_BASE_URL</c>), in the order of their names, then those that options
    /// set.
    /// </summary>
    public static IReadOnlyList<SettingOverride> Overrides(Shell shell, string? baseUrl)
    {
        var overrides = shell
            .Variables.Where(variable => variable.Key is not (StateKey.Variable or FollowLinksVariable))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => SettingOverride.FromVariable(variable.Key, variable.Value))
            .OfType<SettingOverride>()
            .ToList();
        if (baseUrl is not null)
        {
            overrides.Add(new SettingOverride("base_url", baseUrl, "--base-url"));
        }

        return overrides;
    }

    /// <summary>
    /// The option, else SOURCE_DATE_EPOCH (seconds since 1970, as reproducible-builds.org defines it), else the clock.
    /// </summary>
    public static DateTimeOffset Now(Shell shell, DateTimeOffset? asOf) =>
        Given(shell, asOf) ?? shell.Clock.GetUtcNow();

    /// <summary>Whether <see cref="Now"/> asks the machine's clock.</summary>
    public static bool IsClockAsked(Shell shell, DateTimeOffset? asOf) => Given(shell, asOf) is null;

    /// <summary>
    /// As <see cref="AsOf"/>, but a day is kept as one: when it begins depends on the site's time zone.
    /// </summary>
    public static Option<PublicationDate?> Date() =>
        new("--date", "--as-of")
        {
            Description =
                "The time of publication (2026-01-31, 2026-01-31T12:00:00Z); a day begins at midnight in the site's "
                + "time zone. Default: SOURCE_DATE_EPOCH, or the clock.",
            HelpName = "DATE",
            CustomParser = result =>
                PublicationDate.Parse(result.Tokens[0].Value) is { } date
                && ParseInstant(result.Tokens[0].Value) is not null
                    ? date
                    : RefuseDate(result),
        };

    /// <summary>
    /// A command that asks for <see cref="Now"/> refuses a SOURCE_DATE_EPOCH that is no time, rather than look at the
    /// clock in silence.
    /// </summary>
    public static void CheckEpoch(Command command, Option asOf, Shell shell) =>
        command.Validators.Add(result =>
        {
            if (
                result.GetResult(asOf) is null
                && shell.Variables.TryGetValue(Epoch, out var epoch)
                && epoch.Length > 0
                && ParseEpoch(epoch) is null
            )
            {
                result.AddError($"{Epoch} is '{epoch}', which is not a number of seconds since 1970.");
            }
        });

    public static void RefuseEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0 || token.Value.Contains('\0', StringComparison.Ordinal)))
        {
            result.AddError("a path cannot be empty or contain a NUL character.");
        }
    }

    /// <summary>Whether a command can begin, with the message where there is no such folder.</summary>
    public static bool IsFolder(string site, Shell shell)
    {
        if (Directory.Exists(site))
        {
            return true;
        }

        shell.Error.WriteLine($"staticnews: there is no folder '{site}'.");
        return false;
    }

    private static DateTimeOffset? Given(Shell shell, DateTimeOffset? asOf) =>
        asOf ?? (shell.Variables.TryGetValue(Epoch, out var epoch) ? ParseEpoch(epoch) : null);

    private static DateTimeOffset? ParseEpoch(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static DateTimeOffset? ParseInstant(string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant)
        {
            return IsOrdinary(instant.Value.Date) && Math.Abs(instant.Value.Offset.Seconds) <= MaxOffsetSeconds
                ? instant.Value.ToDateTimeOffset()
                : null;
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } date && IsOrdinary(date.Value)
            ? new DateTimeOffset(date.Value.ToDateTimeUnspecified(), TimeSpan.Zero)
            : null;
    }

    // DateTimeOffset ends with the years 1 and 9999, in UTC.
    private static bool IsOrdinary(LocalDate date) => date.Year is > 1 and < 9999;

    private static DateTimeOffset? Refuse(ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is not a date or time; write 2026-01-31 or 2026-01-31T12:00:00Z.");
        return null;
    }

    private static PublicationDate? RefuseDate(ArgumentResult result)
    {
        Refuse(result);
        return null;
    }
}
