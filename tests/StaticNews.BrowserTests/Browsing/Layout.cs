using Microsoft.Playwright;

namespace StaticNews.BrowserTests.Browsing;

/// <summary>What is measured on a page that is open. Each answer lists what is wrong.</summary>
internal static class Layout
{
    private const string Wide = """
        () => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          const clipped = box => { for (let up = box.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
          const wide = [...document.body.querySelectorAll('*')].filter(box => (box.getBoundingClientRect().right > room + 1 || box.getBoundingClientRect().left < -1) && !clipped(box));
          return [`${document.documentElement.scrollWidth} wide in ${room}: ` + wide.slice(0, 3).map(box => box.outerHTML.slice(0, 100)).join(' … ')];
        }
        """;

    private const string Small = """
        () => {
          const least = 24;
          const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(target => target.checkVisibility({ visibilityProperty: true }) && target.tabIndex >= 0)
            .map(target => ({ target, box: target.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0);
          const block = link => { let up = link.parentElement; while (getComputedStyle(up).display.startsWith('inline')) up = up.parentElement; return up; };
          const running = link => {
            if (getComputedStyle(link).display !== 'inline') return false;
            const copy = block(link).cloneNode(true);
            copy.querySelectorAll('a').forEach(other => other.remove());
            return /[\p{L}\p{N}]/u.test(copy.textContent);
          };
          const middle = box => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
          const undersized = ({ target, box }) => (box.width < least || box.height < least) && !running(target);
          const crowds = (one, other) => {
            const from = middle(one.box), to = middle(other.box), box = other.box;
            if (undersized(other) && Math.hypot(from.x - to.x, from.y - to.y) < least) return true;
            const x = Math.max(box.left - from.x, 0, from.x - box.right), y = Math.max(box.top - from.y, 0, from.y - box.bottom);
            return Math.hypot(x, y) < least / 2;
          };
          return targets.filter(undersized)
            .filter(one => targets.some(other => other !== one && !one.target.contains(other.target) && !other.target.contains(one.target) && crowds(one, other)))
            .map(({ target, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${target.outerHTML.slice(0, 120)}`);
        }
        """;

    private const string Cut = """
        () => [...document.body.querySelectorAll('*')]
          .filter(box => box.textContent.trim() && box.checkVisibility() && box.clientWidth > 1 && box.clientHeight > 1)
          .filter(box => {
            const style = getComputedStyle(box);
            const hides = flow => flow === 'hidden' || flow === 'clip';
            return hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1 || hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
          })
          .map(box => `cut off: ${box.outerHTML.slice(0, 120)}`)
        """;

    /// <summary>
    /// Scrolling sideways (WCAG 1.4.10), with the boxes that stick out. Wide tables may scroll in their own box.
    /// </summary>
    public static Task<string[]> SidewaysAsync(IPage page) => page.EvaluateAsync<string[]>(Wide);

    /// <summary>
    /// Targets below 24 by 24 pixels that stand too close to others (WCAG 2.5.8). Links in running text are excepted,
    /// as there.
    /// </summary>
    public static Task<string[]> SmallTargetsAsync(IPage page) => page.EvaluateAsync<string[]>(Small);

    /// <summary>Text that its box cuts off.</summary>
    public static Task<string[]> CutTextAsync(IPage page) => page.EvaluateAsync<string[]>(Cut);

    /// <summary>
    /// The spacing that a reader may ask for (WCAG 1.4.12). Needs a context that bypasses the page's security policy.
    /// </summary>
    public static Task SpaceTextAsync(IPage page) =>
        page.AddStyleTagAsync(
            new PageAddStyleTagOptions
            {
                Content =
                    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
            }
        );
}
