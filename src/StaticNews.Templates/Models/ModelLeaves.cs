using System.Globalization;

namespace StaticNews.Templates;

/// <summary>A model taken apart into the texts, numbers and dates that it holds.</summary>
public static class ModelLeaves
{
    /// <summary>
    /// Every value of a model with its path as templates write it: <c>page.breadcrumb[0].title</c>. Members come in the
    /// order of their names. An empty list gives a value too, so that two models differ wherever a template could tell
    /// them apart.
    /// </summary>
    /// <param name="model">A record of a model, a list or a dictionary of such values, or one value.</param>
    /// <returns>Paths with values in the invariant culture; a value is null where the model holds null.</returns>
    public static IEnumerable<KeyValuePair<string, string?>> Of(object? model) => Of("", ModelValues.Of(model));

    private static IEnumerable<KeyValuePair<string, string?>> Of(string path, object? value)
    {
        var items = value switch
        {
            null or string or HtmlString => null,
            IReadOnlyDictionary<string, object?> members => members
                .OrderBy(static member => member.Key, StringComparer.Ordinal)
                .Select(member => (Path: Join(path, member.Key), Value: ModelValues.Of(member.Value))),
            IEnumerable<object?> list => list.Select(
                (item, index) =>
                    (Path: string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), Value: ModelValues.Of(item))
            ),
            _ when ModelValues.IsRecord(value) => RecordShape
                .Of(value.GetType())
                .Members.Select(member => (Path: Join(path, member.Name), Value: member.Get(value))),
            _ => null,
        };
        if (items is null)
        {
            yield return KeyValuePair.Create(path, TextOf(value));
            yield break;
        }

        var isEmpty = true;
        foreach (var leaf in items.SelectMany(static item => Of(item.Path, item.Value)))
        {
            isEmpty = false;
            yield return leaf;
        }

        if (isEmpty)
            yield return KeyValuePair.Create(path, (string?)"[]");
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string? TextOf(object? value) =>
        value switch
        {
            TemplateDate date => date.Value.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };
}
