namespace StaticNews.Templates;

/// <summary>What a <see cref="Value"/> holds.</summary>
internal enum ValueKind : byte
{
    Null,
    Bool,
    Int,
    Long,
    Float,
    Double,
    Decimal,
    BigInteger,
    String,

    /// <summary>Text that is HTML already and is never escaped again.</summary>
    Html,
    Date,
    TimeSpan,

    /// <summary>A <see cref="TemplateArray"/>, or a typed list of a model.</summary>
    Array,

    /// <summary>A <see cref="TemplateObject"/>, or a typed record or dictionary of a model.</summary>
    Object,

    /// <summary>An <see cref="ITemplateFunction"/>.</summary>
    Function,
}
