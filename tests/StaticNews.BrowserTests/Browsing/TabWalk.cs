using Microsoft.Playwright;

namespace StaticNews.BrowserTests.Browsing;

/// <summary>A reader who has the Tab key alone, from the top of a page to its end.</summary>
internal static class TabWalk
{
    /// <summary>
    /// At each press, before the focus moves on, the page notes where it stood and what a reader saw of it. Chromium
    /// stops at boxes that scroll, too; these are not awaited. A link in running text may break over lines: its first
    /// part counts.
    /// </summary>
    private const string Watch = """
        () => {
          const awaited = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(stop => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }));
          const walk = window.walk = { awaited, stops: [], wrong: [] };
          const name = stop => stop.outerHTML.slice(0, 120);
          addEventListener('keydown', () => {
            const stop = document.activeElement;
            if (!stop || stop === document.body) return;
            walk.stops.push(stop);
            const box = stop.getClientRects()[0];
            const x = box.left + box.width / 2, y = box.top + box.height / 2;
            if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) walk.wrong.push(`focus out of view: ${name(stop)}`);
            else if (awaited.includes(stop)) {
              const top = document.elementFromPoint(x, y);
              if (!(stop.contains(top) || top?.contains(stop))) walk.wrong.push(`focus is covered: ${name(stop)}`);
            }
            const style = getComputedStyle(stop);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) walk.wrong.push(`focus is not drawn: ${name(stop)}`);
          }, true);
          return awaited.length;
        }
        """;

    private const string Compare = """
        () => {
          const { awaited, stops, wrong } = window.walk;
          const met = stops.filter(stop => awaited.includes(stop));
          const missed = awaited.filter(stop => !met.includes(stop)).map(stop => `never reached: ${stop.outerHTML.slice(0, 120)}`);
          const astray = met.findIndex((stop, at) => stop !== awaited[at]);
          const order = missed.length === 0 && astray >= 0 && astray < awaited.length ? [`not in the order of the text: ${met[astray].outerHTML.slice(0, 120)}`] : [];
          return [...wrong, ...missed.slice(0, 5), ...order];
        }
        """;

    /// <returns>What is wrong.</returns>
    public static async Task<string[]> OfAsync(IPage page)
    {
        var awaited = await page.EvaluateAsync<int>(Watch);

        // Some more than there are links: for boxes that scroll, and to see the last one left.
        for (var press = 0; press <= awaited + 4; press++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        return await page.EvaluateAsync<string[]>(Compare);
    }
}
