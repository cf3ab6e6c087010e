using System.Buffers;
using System.Globalization;

namespace StaticNews.Templates;

/// <summary>Characters that become one string: starts on the caller's stack, grows into rented memory. End it with <see cref="Take"/>.</summary>
internal ref struct TextBuffer(Span<char> initial)
{
    private Span<char> _chars = initial;
    private char[]? _rented;
    private int _length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<char> Written => _chars[.._length];

    public void Append(char value)
    {
        if (_length == _chars.Length)
            Grow(1);
        _chars[_length++] = value;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _chars.Length - _length)
            Grow(text.Length);
        text.CopyTo(_chars[_length..]);
        _length += text.Length;
    }

    /// <summary>Appends <paramref name="value"/> (not negative), padded on the left to <paramref name="width"/>.</summary>
    public void AppendPadded(long value, int width, char pad)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        for (var i = written; i < width; i++)
            Append(pad);
        Append(digits[..written]);
    }

    /// <summary>Shortens what was written to <paramref name="length"/> characters.</summary>
    public void Cut(int length) => _length = Math.Min(_length, length);

    /// <summary>The text, and the end of this buffer: rented memory goes back.</summary>
    public string Take()
    {
        var text = _length == 0 ? "" : new string(_chars[.._length]);
        Release();
        return text;
    }

    /// <summary>Gives rented memory back without making a string.</summary>
    public void Release()
    {
        if (_rented is { } rented)
            ArrayPool<char>.Shared.Return(rented);
        this = default;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + more));
        _chars[.._length].CopyTo(larger);
        if (_rented is { } rented)
            ArrayPool<char>.Shared.Return(rented);
        _chars = _rented = larger;
    }
}
