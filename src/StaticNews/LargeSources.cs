namespace StaticNews;

/// <summary>
/// Lets one worker at a time work on a large source: HTML of up to twenty times its length, in several forms, is in memory meanwhile, and so much of it as there are workers would be
/// too much. Sources of this size are so rare that nobody waits in an ordinary build. Safe for many threads.
/// </summary>
internal sealed class LargeSources : IDisposable
{
    /// <summary>The Bible's longest book has 250 kB; a newspaper's longest article a tenth of that.</summary>
    public const long MinBytes = 256 * 1024;

    private readonly SemaphoreSlim _turn = new(1);

    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public void Enter(CancellationToken stop) => _turn.Wait(stop);

    public void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
