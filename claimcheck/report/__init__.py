"""Reports as people and programs read them. Nothing here sees more than a `model.report.Report`."""
