namespace StaticNews.Templates;

/// <summary>What <c>for.…</c> and <c>while.…</c> can ask.</summary>
internal enum LoopMember
{
    Index,
    First,
    Last,
    Even,
    Odd,
    Length,
    RemainingIndex,
    Changed,
}
