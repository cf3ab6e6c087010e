namespace StaticNews.Templates;

/// <summary><c>for.index</c> and its siblings; null outside of a loop.</summary>
internal sealed class LoopExpression(FaultPlace place, bool isWhile, LoopMember member) : Expression(place)
{
    public static IReadOnlyList<string> Names { get; } = ["index", "first", "last", "even", "odd", "length", "rindex", "changed"];

    public static bool TryFind(string name, out LoopMember member)
    {
        (member, var found) = name switch
        {
            "index" => (LoopMember.Index, true),
            "first" => (LoopMember.First, true),
            "last" => (LoopMember.Last, true),
            "even" => (LoopMember.Even, true),
            "odd" => (LoopMember.Odd, true),
            "length" => (LoopMember.Length, true),
            "rindex" => (LoopMember.RemainingIndex, true),
            "changed" => (LoopMember.Changed, true),
            _ => (default, false),
        };
        return found;
    }

    public override Value Evaluate(RenderState state)
    {
        ref readonly var loop = ref isWhile ? ref state.While : ref state.For;
        if (loop.Length == 0) return Value.Null;
        return member switch
        {
            LoopMember.Index => Value.Of(loop.Index),
            LoopMember.First => Value.Of(loop.Index == 0),
            LoopMember.Last => Value.Of(loop.Index == loop.Length - 1),
            LoopMember.Even => Value.Of(loop.Index % 2 == 0),
            LoopMember.Odd => Value.Of(loop.Index % 2 == 1),
            LoopMember.Length => loop.Length < 0 ? Value.Null : Value.Of(loop.Length),
            LoopMember.RemainingIndex => loop.Length < 0 ? Value.Null : Value.Of(loop.Length - loop.Index - 1),
            _ => Value.Of(loop.IsChanged),
        };
    }
}
