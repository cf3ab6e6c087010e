namespace StaticNews.Templates;

/// <summary>The kind of a value as far as the compiler can tell; null stays possible with each.</summary>
internal enum StaticKind
{
    /// <summary>It shows only while rendering.</summary>
    Unknown,
    Text,
    Number,
    Bool,
    Date,
    TimeSpan,
    List,
    Object,
    Function,
}
