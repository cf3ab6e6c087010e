namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): eight bytes of state,
/// and as good from any seed, so that every article can have dice of its own. Unlike the framework's, its numbers are
/// the same for ever.
/// </summary>
internal struct SeededRandom
{
    private ulong _state;

    private SeededRandom(ulong state) => _state = state;

    /// <param name="purpose">Sets apart what one article rolls for different things.</param>
    public static SeededRandom For(int seed, int number, RandomPurpose purpose)
    {
        var mixed = new SeededRandom(((ulong)(uint)seed << 32) | (uint)number);
        return new SeededRandom(mixed.Roll() ^ ((ulong)(purpose + 1) * 0xD1342543DE82EF95));
    }

    public ulong Roll()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 up to, and without, <paramref name="sides"/>.</summary>
    public int Below(int sides) => (int)Math.BigMul(Roll(), (ulong)sides, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>0 up to, and without, 1.</summary>
    public double Share() => (Roll() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(int inThousand) => Below(1000) < inThousand;
}
