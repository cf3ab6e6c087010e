namespace StaticNews.Templates;

/// <summary>Where a place of a template is in the HTML around it, as the HTML standard's tokenizer tells its states apart.</summary>
internal enum MarkupState
{
    Text,

    /// <summary>After <c>&lt;</c>.</summary>
    TagOpen,

    /// <summary>After <c>&lt;/</c>.</summary>
    EndTagOpen,

    TagName,

    /// <summary>Between attributes.</summary>
    Tag,

    /// <summary>Within a tag, where branches end in different names: a blank, '/' or '>' must follow.</summary>
    TagBreak,

    AttributeName,

    AfterName,

    /// <summary>After <c>=</c>.</summary>
    BeforeValue,

    /// <summary>Within quotes.</summary>
    Value,

    UnquotedValue,

    /// <summary>Within an element whose content is no markup: <c>script</c>, <c>style</c>, <c>title</c>, <c>textarea</c> and a few old ones.</summary>
    RawText,

    Comment,

    /// <summary><c>&lt;!doctype …></c> and whatever else begins with <c>&lt;!</c> or <c>&lt;?</c>.</summary>
    Declaration,

    /// <summary>After <c>ret</c>, <c>break</c> or <c>continue</c>: nobody gets here.</summary>
    Nowhere,
}
