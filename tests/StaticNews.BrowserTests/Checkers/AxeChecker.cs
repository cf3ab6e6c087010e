using Microsoft.Playwright;

namespace StaticNews.BrowserTests.Checkers;

/// <summary>
/// axe-core in a page that is open: the rules of WCAG 2.2 A and AA that a program can decide, and axe's own best
/// practices.
/// </summary>
internal static class AxeChecker
{
    private const string Ask = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const said = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return said.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} | ${node.target.join(' ')} | ${node.html.slice(0, 160)}`));
        }
        """;

    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(CheckerPrograms.PathOf(Checker.Axe)));
        return await page.EvaluateAsync<string[]>(Ask);
    }
}
