namespace StaticNews.Templates;

/// <summary>What the caller turns an argument into before a built-in function sees it.</summary>
internal enum ParameterKind
{
    /// <summary>Passed as it is.</summary>
    Any,

    /// <summary>String or Html as it is, null as null, anything else as it prints.</summary>
    Text,

    /// <summary>Int; a text that is a whole number counts; null is 0.</summary>
    Int,

    /// <summary>Double; null is 0, a text is an error.</summary>
    Double,

    /// <summary>Int, Long, BigInteger, Float, Double, Decimal or null as they are; anything else is an error.</summary>
    Number,

    /// <summary>Bool by truthiness.</summary>
    Bool,

    /// <summary>Array (a text is the array of its characters, an object the array of its key/value pairs) or null.</summary>
    Array,

    /// <summary>Object or null.</summary>
    Object,

    /// <summary>Function or null.</summary>
    Function,

    /// <summary>Date or null; a text is an error, as in stock Scriban.</summary>
    Date,

    /// <summary>TimeSpan or null.</summary>
    TimeSpan,
}
