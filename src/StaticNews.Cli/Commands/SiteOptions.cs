using System.CommandLine;
using System.Globalization;
using NodaTime.Text;
using StaticNews.Configuration;

namespace StaticNews.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class SiteOptions
{
    public static Argument<string> Site() => new("SITE")
    {
        Description = "The site's folder, with site.yml and content/ in it.",
        DefaultValueFactory = _ => ".",
    };

    public static Option<string?> BaseUrl() => new("--base-url")
    {
        Description = "Where the site will stand, in place of site.yml's base_url.",
        HelpName = "URL",
    };

    public static Option<DateTimeOffset?> AsOf() => new("--as-of")
    {
        Description = "The instant that counts as now (2026-01-31, 2026-01-31T12:00:00Z): what is later is not published yet. "
            + "Default: SOURCE_DATE_EPOCH, else the clock.",
        HelpName = "INSTANT",
        CustomParser = result => ParseInstant(result.Tokens[0].Value) is { } instant
            ? instant
            : Refuse(result, $"'{result.Tokens[0].Value}' is no instant; write 2026-01-31 or 2026-01-31T12:00:00Z."),
    };

    /// <summary>Settings from the environment (<c>STATICNEWS_BASE_URL</c>), in the order of their names, then those that options set.</summary>
    public static IReadOnlyList<SettingOverride> Overrides(Shell shell, string? baseUrl)
    {
        var overrides = shell.Variables
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

    /// <summary>The option, else SOURCE_DATE_EPOCH (seconds since 1970, as reproducible-builds.org defines it), else the clock.</summary>
    public static DateTimeOffset Now(Shell shell, DateTimeOffset? asOf)
    {
        if (asOf is { } given)
        {
            return given;
        }

        return shell.Variables.TryGetValue("SOURCE_DATE_EPOCH", out var epoch)
            && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : shell.Clock.GetUtcNow();
    }

    private static DateTimeOffset? ParseInstant(string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant)
        {
            return instant.Value.ToDateTimeOffset();
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } date
            ? new DateTimeOffset(date.Value.ToDateTimeUnspecified(), TimeSpan.Zero)
            : null;
    }

    private static DateTimeOffset? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
