namespace StaticNews.Templates;

/// <summary>The smallest pieces of a template.</summary>
internal enum TokenKind
{
    EndOfText,

    /// <summary>Text to be written as it is; its span is what whitespace control left of it.</summary>
    Text,

    /// <summary><c>{{</c>; its text is the indentation before it, or null.</summary>
    CodeEnter,

    /// <summary><c>}}</c>.</summary>
    CodeExit,
    NewLine,
    Semicolon,
    Identifier,
    Number,

    /// <summary>A string of any form; its text is what it means.</summary>
    String,

    /// <summary>The start of <c>$"…"</c>; parts and holes follow until <see cref="InterpolationEnd"/>.</summary>
    InterpolationStart,
    InterpolationEnd,
    HoleOpen,
    HoleClose,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    Dot,
    QuestionDot,
    DotDot,
    DotDotLess,
    Ellipsis,
    Question,
    QuestionQuestion,
    QuestionBang,
    Pipe,
    PipePipe,
    AmpersandAmpersand,
    Bang,
    Equal,
    EqualEqual,
    BangEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    LessLess,
    GreaterGreater,
    Plus,
    Minus,
    Star,
    Slash,
    SlashSlash,
    Percent,
    PlusPlus,
    MinusMinus,
    PlusEqual,
    MinusEqual,
    StarEqual,
    SlashEqual,
    SlashSlashEqual,
    PercentEqual,
    At,
    Caret,

    /// <summary>A character that the language has no use for.</summary>
    Unknown,

    /// <summary>A string or number that was reported already.</summary>
    Broken,
}
