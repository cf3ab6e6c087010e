namespace StaticNews.Tests.Output;

/// <summary>
/// What can happen to a file: bytes changed, cut, doubled, put in; lines left out, doubled, exchanged, cut.
/// </summary>
internal static class Damage
{
    public static byte[] Of(byte[] whole, Random random)
    {
        var bytes = new List<byte>(whole);
        switch (random.Next(8))
        {
            case 0:
                bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                return whole[..random.Next(whole.Length)];
            case 2:
                var at = random.Next(bytes.Count);
                bytes.RemoveRange(at, random.Next(bytes.Count - at));
                break;
            case 3:
                var from = random.Next(bytes.Count);
                bytes.InsertRange(
                    random.Next(bytes.Count),
                    bytes.GetRange(from, random.Next(Math.Min(200, bytes.Count - from)))
                );
                break;
            case 4:
                bytes.InsertRange(
                    random.Next(bytes.Count),
                    Enumerable.Range(0, random.Next(1, 50)).Select(_ => (byte)random.Next(256))
                );
                break;
            default:
                return OfLines(whole, random);
        }

        return [.. bytes];
    }

    private static byte[] OfLines(byte[] whole, Random random)
    {
        var lines = new List<byte[]>();
        var start = 0;
        while (Array.IndexOf(whole, (byte)'\n', start) is var end and >= 0)
        {
            lines.Add(whole[start..(end + 1)]);
            start = end + 1;
        }

        lines.Add(whole[start..]);
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 2:
                lines.Insert(one, lines[other]);
                break;
            default:
                lines.RemoveRange(one, lines.Count - one);
                break;
        }

        return [.. lines.SelectMany(line => line)];
    }
}
