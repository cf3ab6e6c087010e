namespace StaticNews.Templates;

/// <summary>
/// What to write instead of a name that a typed model does not have, or of a record where only a text or a date can
/// stand.
/// </summary>
internal static class NameHints
{
    /// <summary>The most names that a hint lists, so that it stays readable.</summary>
    private const int MostNames = 24;

    /// <summary>Records within a model that are gone through: the models of a theme hold a few dozen.</summary>
    private const int MostRecords = 100;

    /// <summary>The members that most often are what a record is printed for, the best first.</summary>
    private static readonly string[] Speaking = ["text", "title", "name", "heading", "href", "src"];

    /// <summary>For a plain name that nothing has here and that is near to none.</summary>
    public static string ForName(string name, Type model, IReadOnlyList<NamedModel> models)
    {
        var within = RecordShape
            .Of(model)
            .Members.Where(member => HasMember(member.Type, name))
            .Select(member => $"'{member.Name}.{name}'")
            .ToList();
        if (within.Count > 0)
            return $"Write {AnyOf(within)}";
        var others = models
            .Where(other => RecordShape.Of(other.Type).TryFind(name, out _))
            .Select(other => other.Pages)
            .ToList();
        var here = models.FirstOrDefault(other => other.Type == model) is { } own
            ? $"{own.Pages} pages have"
            : "this page has";
        var names = Listed(RecordShape.Of(model));
        return others.Count > 0
            ? $"The variable '{name}' belongs to {string.Join(", ", others)} pages; {here}: {names}"
            : $"{char.ToUpperInvariant(here[0])}{here[1..]}: {names}";
    }

    /// <summary>For a member that a record does not have and that is near to none of its members.</summary>
    public static string ForMember(string name, Type record, IReadOnlyList<NamedModel> models)
    {
        var places = models.SelectMany(model => PathsTo(name, model)).Distinct(StringComparer.Ordinal).Take(3).ToList();
        var members = $"Its members are: {Listed(RecordShape.Of(record))}";
        return places.Count > 0 ? $"There is {string.Join(", ", places)}. {members}" : members;
    }

    /// <summary>What can stand for a record that is written to a page, or given to a function.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="wanted">The type that is needed, or null for what can be printed.</param>
    public static string? Instead(string text, Type type, StaticKind? wanted)
    {
        if (!ModelTypes.IsRecord(type))
            return null;
        var members = RecordShape.Of(type).Members;
        var printed = members
            .Where(member => ModelTypes.KindOf(ModelTypes.Unwrap(member.Type)) is StaticKind.Text or StaticKind.Number)
            .OrderBy(member => Array.IndexOf(Speaking, member.Name) is var rank and >= 0 ? rank : Speaking.Length)
            .Take(6)
            .Select(member => $"'{text}.{member.Name}'")
            .ToList();
        var fitting = wanted is null or StaticKind.Text
            ? null
            : members.FirstOrDefault(member => ModelTypes.KindOf(ModelTypes.Unwrap(member.Type)) == wanted);
        if (fitting is not null)
            return $"Use '{text}.{fitting.Name}'{(printed.Count > 0 ? $", or print {printed[0]}" : "")}";
        return printed.Count > 0 ? $"Print one of its members: {AnyOf(printed)}" : null;
    }

    private static bool HasMember(Type type, string name) =>
        ModelTypes.Unwrap(type) is { } record
        && ModelTypes.IsRecord(record)
        && RecordShape.Of(record).TryFind(name, out _);

    /// <summary>
    /// Where in a model there is a member of this name, as "'article.params' of article pages"; items of lists are
    /// named by their list.
    /// </summary>
    private static IEnumerable<string> PathsTo(string name, NamedModel model)
    {
        var seen = new HashSet<Type> { model.Type };
        var open = new Queue<(string Path, Type Type)>([("", model.Type)]);
        while (open.TryDequeue(out var record) && seen.Count < MostRecords)
        {
            foreach (var member in RecordShape.Of(record.Type).Members)
            {
                var path = record.Path.Length == 0 ? member.Name : $"{record.Path}.{member.Name}";
                if (record.Path.Length > 0 && string.Equals(member.Name, name, StringComparison.Ordinal))
                {
                    yield return $"'{path}' of {model.Pages} pages";
                }
                var type = ModelTypes.Unwrap(member.Type)!;
                if (ModelTypes.IsRecord(type) && seen.Add(type))
                    open.Enqueue((path, type));
            }
        }
    }

    private static string Listed(RecordShape shape) =>
        string.Join(", ", shape.Members.Take(MostNames).Select(member => member.Name))
        + (shape.Members.Count > MostNames ? ", …" : "");

    private static string AnyOf(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
