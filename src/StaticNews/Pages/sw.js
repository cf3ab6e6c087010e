// Keeps the pages that were read, and today's edition, for when there is no network. No page needs it.
const scope = registration.scope, lite = '@START', start = scope + lite, ours = `news ${scope} `
const shelves = ['pages', 'pictures', 'edition'].map(kind => ours + '@VERSION ' + kind), [pages, pictures, edition] = shelves

addEventListener('install', event => { skipWaiting(); event.waitUntil(renew()) })
addEventListener('activate', event => event.waitUntil(begin().catch(() => 0)))
addEventListener('fetch', event => {
  const { request } = event
  if (request.method != 'GET' || !request.url.startsWith(scope)) return
  if (request.mode == 'navigate') event.respondWith(page(event, request))
  else if (request.destination == 'image') event.respondWith(caches.match(request).then(kept => kept || load(request, event)))
})

// Removes what older versions kept, and keeps what is being read just now.
async function begin() {
  for (const name of await caches.keys()) if (name.startsWith(ours) && !shelves.includes(name)) await caches.delete(name)
  await clients.claim()
  for (const { url } of await clients.matchAll()) await load(new Request(url))
}

// The network first; where it takes more than four seconds, a page that is kept.
async function page(event, request) {
  const kept = await caches.match(request)
  const answer = load(request, event).then(response => response.status < 500 ? response : kept || response)
  const late = new Promise(done => kept && setTimeout(done, 4000, kept))
  event.waitUntil(answer.then(renew, () => 0))
  return Promise.race([answer, late]).catch(async () => kept || await caches.match(start)
    || new Response(@FALLBACK, { status: 503, headers: { 'content-type': 'text/html;charset=utf-8' } }))
}

async function load(request, event) {
  const response = await fetch(request), keeping = keep(request, response.clone()).catch(() => 0)
  event ? event.waitUntil(keeping) : await keeping
  return response
}

// Only what is whole and right: no error, no redirect, nothing from elsewhere, no file that was opened like a page.
// Of each kind 150; the oldest go first.
async function keep(request, response) {
  const isPicture = request.destination == 'image', type = response.headers.get('content-type')
  if (response.status != 200 || response.redirected || !isPicture && !/^text.html/.test(type)) return
  const name = isPicture ? pictures : lite && request.url.startsWith(start) ? edition : pages, cache = await caches.open(name)
  await cache.delete(request)
  await cache.put(request, response)
  for (const old of (await cache.keys()).slice(0, -150)) await cache.delete(old)
}

// Once a day: the edition's first page and what it links to; nothing where people save data.
async function renew() {
  const today = new Date().toISOString().slice(0, 10), cache = await caches.open(edition), day = scope + '?day'
  const last = await cache.match(day)
  if (navigator.connection?.saveData || last && await last.text() == today) return
  await cache.put(day, new Response(today))
  try {
    const text = await (await load(new Request(start))).text()
    const urls = new Set([...text.matchAll(/ href="?([^"\s>#]+)/g)].map(link => new URL(link[1], start).href))
    for (const url of [...urls].slice(0, 99)) if (lite && url.startsWith(start)) await load(new Request(url))
  } catch {
    await cache.delete(day)
  }
}
