/// The page for coordinators: it does all by the API that other programs use.
enum CoordinatorPage {
  private static let script = "text/javascript; charset=utf-8"

  static let files = [
    StaticFile("/", "text/html; charset=utf-8", PackageResources.page_html),
    StaticFile("/page.css", "text/css; charset=utf-8", PackageResources.page_css),
    StaticFile("/page.js", script, PackageResources.page_js),
    StaticFile("/page-api.js", script, PackageResources.page_api_js),
    StaticFile("/page-cards.js", script, PackageResources.page_cards_js),
    StaticFile("/page-days.js", script, PackageResources.page_days_js),
    StaticFile("/page-drag.js", script, PackageResources.page_drag_js),
    StaticFile("/page-files.js", script, PackageResources.page_files_js),
    StaticFile("/page-map.js", script, PackageResources.page_map_js),
    StaticFile("/page-plan.js", script, PackageResources.page_plan_js),
    StaticFile("/page-plot.js", script, PackageResources.page_plot_js),
    StaticFile("/page-since.js", script, PackageResources.page_since_js),
    StaticFile("/page-state.js", script, PackageResources.page_state_js),
    StaticFile("/page-timeline.js", script, PackageResources.page_timeline_js),
    StaticFile("/page-trial.js", script, PackageResources.page_trial_js),
    StaticFile("/page-words.js", script, PackageResources.page_words_js),
    StaticFile("/page-day.json", "application/json", PackageResources.page_day_json),
    StaticFile("/example-day.json", "application/json", PackageResources.example_day_json),
  ]
}
