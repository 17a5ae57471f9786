#!/usr/bin/env python3
"""Print the annotations of the stories that were predicted, so that formats not read yet do not count as misses.

usage: readable_stories.py GOLD.jsonl PREDICTED.jsonl
"""
import json, os, sys

# What is read for certain: a story of these that is not predicted is a miss. The files of a Maildir have no ending.
READ = (".txt", ".md", ".html", ".eml", ".mbox")

def is_read(path):
    return path.endswith(READ) or os.path.basename(os.path.dirname(path)) in ("cur", "new")

def stories(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]

predicted = {(os.path.basename(story["path"]), story.get("story", 0)) for story in stories(sys.argv[2])}
for story in stories(sys.argv[1]):
    if is_read(story["path"]) or (os.path.basename(story["path"]), story.get("story", 0)) in predicted:
        print(json.dumps(story, ensure_ascii=False))
