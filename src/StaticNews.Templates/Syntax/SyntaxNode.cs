namespace StaticNews.Templates;

/// <summary>A part of a template's meaning with its place.</summary>
/// <param name="Span">From its first to its last token.</param>
/// <param name="Height">Levels of parts below and including it; bounded, because whatever walks the tree does so recursively.</param>
internal abstract record SyntaxNode(TextSpan Span, int Height);
