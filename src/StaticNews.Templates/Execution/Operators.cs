using System.Text;

namespace StaticNews.Templates;

/// <summary>The operators between values of any kind.</summary>
internal static class Operators
{
    private const int MaxShift = 4096;

    public static Value Apply(RenderState state, BinaryOperator operation, in Value left, in Value right)
    {
        if (left.IsText || right.IsText) return WithText(state, operation, left, right);
        if (operation is BinaryOperator.Range or BinaryOperator.RangeExclusive) return Range(state, operation, left, right);
        if (left.Kind == ValueKind.Array) return WithArray(state, operation, left, right);
        return operation switch
        {
            BinaryOperator.Add => Arithmetic.Add(left, right),
            BinaryOperator.Subtract => Arithmetic.Subtract(left, right),
            BinaryOperator.Multiply => Arithmetic.Multiply(left, right),
            BinaryOperator.Divide => Arithmetic.Divide(left, right),
            BinaryOperator.FloorDivide => Arithmetic.FloorDivide(left, right),
            BinaryOperator.Modulo => Arithmetic.Modulo(left, right),
            _ => Shift(operation, left, right),
        };
    }

    private static Value WithText(RenderState state, BinaryOperator operation, in Value left, in Value right)
    {
        switch (operation)
        {
            case BinaryOperator.Add: return Join(state, left, right);
            case BinaryOperator.Multiply when right.IsInteger: return Repeat(state, left, ArgumentBinder.ToInt(right, 1));
            case BinaryOperator.Multiply when left.IsInteger: return Repeat(state, right, ArgumentBinder.ToInt(left, 0));
            case BinaryOperator.Multiply when left.IsNull || right.IsNull: return Value.Null;
            default: throw TemplateErrors.CannotCompute(left, operation, right);
        }
    }

    /// <summary>Joins two texts. On pages, HTML with plain text is HTML: the plain part is escaped.</summary>
    private static Value Join(RenderState state, in Value left, in Value right)
    {
        var isHtml = SafeText.IsHtml(state, left, right);
        var a = SafeText.Part(state, left, isHtml);
        var b = SafeText.Part(state, right, isHtml);
        state.CheckLength((long)a.Length + b.Length);
        return SafeText.Of(a + b, isHtml);
    }

    private static Value Repeat(RenderState state, in Value text, int times)
    {
        var part = text.AsText()!;
        if (times <= 0 || part.Length == 0) return Value.EmptyText;
        if ((long)part.Length * times > state.Limits.StringChars) throw TemplateErrors.StringTooLong(state.Limits.StringChars, argument: 1);
        var repeated = new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
        return text.Kind == ValueKind.Html ? Value.OfHtml(repeated) : Value.Of(repeated);
    }

    private static Value Range(RenderState state, BinaryOperator operation, in Value left, in Value right)
    {
        if (left.IsNull || right.IsNull) return Value.Null;
        if (left.Kind is not (ValueKind.Int or ValueKind.Long) || right.Kind is not (ValueKind.Int or ValueKind.Long)) throw TemplateErrors.CannotCompute(left, operation, right);
        long first = left.AsLong(), last = right.AsLong();
        var step = first <= last ? 1 : -1;
        var count = (Int128.Abs((Int128)last - first)) + (operation == BinaryOperator.Range ? 1 : 0);
        if (count > state.Limits.LoopIterations) throw TemplateErrors.RangeTooLong(state.Limits.LoopIterations);
        return Value.Of(new TemplateRange(first, (int)count, step));
    }

    private static Value WithArray(RenderState state, BinaryOperator operation, in Value left, in Value right)
    {
        var items = left.AsArray()!;
        switch (operation)
        {
            case BinaryOperator.Add when right.Kind == ValueKind.Array && items is not TemplateRange: return Concatenated(state, items, right.AsArray()!);
            case BinaryOperator.Multiply when right.IsInteger && items is not TemplateRange: return Repeated(state, items, ArgumentBinder.ToInt(right, 1));
            default: throw TemplateErrors.CannotCompute(left, operation, right);
        }
    }

    private static Value Concatenated(RenderState state, TemplateArray first, TemplateArray second)
    {
        CheckCount(state, (long)first.Count + second.Count);
        var list = new TemplateList(first.Count + second.Count);
        for (var i = 0; i < first.Count; i++) list.Add(first[i]);
        for (var i = 0; i < second.Count; i++) list.Add(second[i]);
        return Value.Of(list);
    }

    private static Value Repeated(RenderState state, TemplateArray items, int times)
    {
        CheckCount(state, (long)items.Count * Math.Max(times, 0));
        var list = new TemplateList();
        for (var round = 0; round < times && items.Count > 0; round++)
        {
            for (var i = 0; i < items.Count; i++) list.Add(items[i]);
        }
        return Value.Of(list);
    }

    private static void CheckCount(RenderState state, long count)
    {
        if (count > Math.Max(state.Limits.LoopIterations, state.Limits.StringChars / 16)) throw TemplateErrors.RangeTooLong(state.Limits.LoopIterations);
    }

    private static Value Shift(BinaryOperator operation, in Value left, in Value right)
    {
        if (left.IsNull || right.IsNull) return Value.Null;
        if (!left.IsInteger || right.Kind != ValueKind.Int || right.AsInt() < 0) throw TemplateErrors.CannotCompute(left, operation, right);
        if (right.AsInt() > MaxShift) throw TemplateErrors.NumberTooLong(MaxShift);
        var number = Arithmetic.ToBigInteger(left);
        if (number.GetBitLength() > MaxShift * 4) throw TemplateErrors.NumberTooLong(MaxShift);
        var shifted = operation == BinaryOperator.ShiftLeft ? number << right.AsInt() : number >> right.AsInt();
        return shifted >= long.MinValue && shifted <= long.MaxValue ? Value.OfInteger((long)shifted) : Value.Of(shifted);
    }
}
