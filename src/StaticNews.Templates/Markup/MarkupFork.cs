namespace StaticNews.Templates;

/// <summary>Branches that begin at one place: they must end at places that have something in common.</summary>
internal sealed class MarkupFork(Binding binding, string word)
{
    private MarkupPlace? _end;
    private int _endOffset;
    private bool _isBroken;

    public MarkupPlace Begin { get; } = binding.Markup;

    /// <summary>Where the branches end together.</summary>
    public MarkupPlace End => _end ?? Begin;

    /// <summary>Takes the place at hand as the end of a branch.</summary>
    public void Add(MarkupPlace end, int offset)
    {
        var joined = _end is null ? end : _end.Joined(end);
        if (joined is null && !_isBroken)
        {
            _isBroken = true;
            binding.Report(TemplateErrors.BranchesEndApart(binding.Source, new TextSpan(offset, offset), word, end.Describe(), _end!.Describe(), _endOffset));
        }
        _end = joined ?? _end;
        if (end.State != MarkupState.Nowhere) _endOffset = offset;
    }
}
