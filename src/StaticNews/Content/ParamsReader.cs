using System.Globalization;
using StaticNews.Diagnostics;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// Reads <c>params</c>, the open part, by YAML 1.2.2's core schema (section 10.3): null, true and false, decimal whole
/// numbers (long), decimal fractions (double), all else text. Depth is bounded by the tokenizer.
/// </summary>
internal sealed class ParamsReader(FieldReader fields)
{
    /// <summary>
    /// More is data, not an article's front matter, and every page would carry it in its fingerprint.
    /// </summary>
    public const int MaxValues = 1000;

    private static readonly System.Buffers.SearchValues<char> OfNumbers = System.Buffers.SearchValues.Create(
        "0123456789.eE+-"
    );

    private readonly YamlReader _yaml = fields.Yaml;
    private int _values;

    /// <summary>Adds the mapping's values to <paramref name="into"/>; those of one name are replaced.</summary>
    public void Read(string key, Dictionary<string, object?> into)
    {
        var start = _yaml.Current.Span;
        _values = 0;
        if (!_yaml.StartMapping(key))
        {
            return;
        }

        while (_yaml.NextKey(out var name))
        {
            into[name.Value] = ReadValue();
        }

        if (_values > MaxValues)
        {
            _yaml.Report(ArticleDiagnostics.ParamsTooMany(_yaml.At(start), MaxValues));
        }
    }

    private object? ReadValue()
    {
        _values++;
        switch (_yaml.Current.Kind)
        {
            case YamlTokenKind.MapStart when _yaml.StartMapping("params"):
                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (_yaml.NextKey(out var key))
                {
                    map[key.Value] = ReadValue();
                }

                return map;
            case YamlTokenKind.ListStart when _yaml.StartList("params"):
                var list = new List<object?>();
                while (_yaml.NextItem())
                {
                    list.Add(ReadValue());
                }

                return list;
            default:
                return _yaml.TryText("params", out var text) ? Typed(text) : null;
        }
    }

    private static object Typed(YamlToken text)
    {
        if (text.IsQuoted)
        {
            return text.Value;
        }

        var value = text.Value;
        return value switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                whole,
            _ when IsFraction(value, out var fraction) => fraction,
            _ => value,
        };
    }

    private static bool IsFraction(string value, out double fraction)
    {
        fraction = 0;
        return !value.AsSpan().ContainsAnyExcept(OfNumbers)
            && value.AsSpan().ContainsAnyInRange('0', '9')
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out fraction)
            && double.IsFinite(fraction);
    }
}
