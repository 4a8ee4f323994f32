// Which addresses lead to evidence.  An address counts unless a table says
// otherwise: publishers and health bodies are too many to list, while shops,
// dictionaries and social networks are few.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "core/text/identifiers.h"
#include "importers/extraction/references.h"

namespace claimgraph {
namespace {

// Hosts, and all hosts below them, that define, sell, host or chat.
constexpr std::string_view kNoSource[] = {"wikipedia.org",
                                          "wiktionary.org",
                                          "wikimedia.org",
                                          "wikidata.org",
                                          "britannica.com",
                                          "dictionary.com",
                                          "merriam-webster.com",
                                          "oxfordlearnersdictionaries.com",
                                          "vocabulary.com",
                                          "thesaurus.com",
                                          "collinsdictionary.com",
                                          "cambridge.dictionary.org",
                                          "dictionary.cambridge.org",
                                          "urbandictionary.com",
                                          "fandom.com",
                                          "amazon.com",
                                          "amazon.co.uk",
                                          "amazon.de",
                                          "amazon.ca",
                                          "amzn.to",
                                          "ebay.com",
                                          "etsy.com",
                                          "walmart.com",
                                          "target.com",
                                          "iherb.com",
                                          "aliexpress.com",
                                          "shopify.com",
                                          "gumroad.com",
                                          "audible.com",
                                          "goodreads.com",
                                          "play.google.com",
                                          "apps.apple.com",
                                          "itunes.apple.com",
                                          "podcasts.apple.com",
                                          "spotify.com",
                                          "facebook.com",
                                          "fb.com",
                                          "twitter.com",
                                          "x.com",
                                          "t.co",
                                          "instagram.com",
                                          "linkedin.com",
                                          "pinterest.com",
                                          "tiktok.com",
                                          "reddit.com",
                                          "snapchat.com",
                                          "threads.net",
                                          "tumblr.com",
                                          "quora.com",
                                          "discord.gg",
                                          "discord.com",
                                          "whatsapp.com",
                                          "wa.me",
                                          "t.me",
                                          "telegram.org",
                                          "youtube.com",
                                          "youtu.be",
                                          "vimeo.com",
                                          "twitch.tv",
                                          "flickr.com",
                                          "unsplash.com",
                                          "pexels.com",
                                          "pixabay.com",
                                          "giphy.com",
                                          "imgur.com",
                                          "shutterstock.com",
                                          "istockphoto.com",
                                          "gettyimages.com",
                                          "gravatar.com",
                                          "googleusercontent.com",
                                          "google.com",
                                          "goo.gl",
                                          "bing.com",
                                          "duckduckgo.com",
                                          "bit.ly",
                                          "tinyurl.com",
                                          "maps.apple.com",
                                          "yelp.com",
                                          "tripadvisor.com",
                                          "calendly.com",
                                          "mailchimp.com",
                                          "eepurl.com",
                                          "patreon.com",
                                          "paypal.com",
                                          "paypal.me",
                                          "ko-fi.com",
                                          "buymeacoffee.com",
                                          "gofundme.com",
                                          "eventbrite.com",
                                          "meetup.com",
                                          "github.com",
                                          "gitlab.com",
                                          "stackoverflow.com",
                                          "creativecommons.org",
                                          "wordpress.org",
                                          "feeds.feedburner.com",
                                          "data.mendeley.com",
                                          "kaggle.com",
                                          "datadryad.org",
                                          "archive.ics.uci.edu"};

// Hosts below one of the above that do hold sources.
constexpr std::string_view kSourceAfterAll[] = {"scholar.google.com", "books.google.com",
                                                "patents.google.com"};

// Endings of files that show and are not read.
constexpr std::string_view kMedia[] = {".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".ico",
                                       ".mp3", ".mp4",  ".css", ".js",  ".zip", ".mov",  ".avif"};

// First folders of a site's own pages.
constexpr std::string_view kNavigation[] = {
    "about",          "about-us",   "contact",      "contact-us",       "shop",       "store",
    "cart",           "checkout",   "product",      "products",         "book",       "book-now",
    "booking",        "bookings",   "appointment",  "appointments",     "login",      "signin",
    "signup",         "register",   "account",      "subscribe",        "newsletter", "privacy",
    "privacy-policy", "terms",      "terms-of-use", "terms-of-service", "tag",        "tags",
    "category",       "categories", "author",       "authors",          "team",       "careers",
    "pricing",        "faq",        "search",       "wp-content"};

template <std::size_t N>
bool IsUnder(std::string_view host, const std::string_view (&hosts)[N]) {
  return std::any_of(std::begin(hosts), std::end(hosts), [host](std::string_view h) {
    return host == h ||
           (host.size() > h.size() && host.ends_with(h) && host[host.size() - h.size() - 1] == '.');
  });
}

}  // namespace

bool IsSourceAddress(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://") && !url.starts_with("www.") &&
      !url.starts_with("HTTP")) {
    return false;
  }
  const std::string key = AddressKey(url);
  const std::string host = key.substr(0, key.find_first_of("/?"));
  if (host.find('.') == std::string::npos) return false;
  if (IsUnder(host, kNoSource) && !IsUnder(host, kSourceAfterAll)) return false;
  const std::size_t slash = key.find('/');
  if (slash == std::string::npos) return key.find('?') != std::string::npos;  // a site's front page
  std::string path = key.substr(slash + 1);
  for (char& c : path) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  const std::string_view file = std::string_view(path).substr(0, path.find('?'));
  if (std::any_of(std::begin(kMedia), std::end(kMedia),
                  [file](std::string_view m) { return file.ends_with(m); })) {
    return false;
  }
  const std::string_view folder = file.substr(0, file.find('/'));
  // "/book/..." at a publisher leads to chapters; "/book" alone books a visit.
  const bool deeper = file.find('/') != std::string_view::npos;
  const bool navigation =
      std::find(std::begin(kNavigation), std::end(kNavigation), folder) != std::end(kNavigation);
  return !navigation || (deeper && (folder == "book" || folder == "about"));
}

}  // namespace claimgraph
