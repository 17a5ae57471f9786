#!/usr/bin/env python3
"""Print the annotations of the stories that were predicted, so that formats not read yet do not count as misses.

usage: readable_stories.py GOLD.jsonl PREDICTED.jsonl
"""
import json, os, sys

def stories(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]

predicted = {(os.path.basename(story["path"]), story.get("story", 0)) for story in stories(sys.argv[2])}
for story in stories(sys.argv[1]):
    if (os.path.basename(story["path"]), story.get("story", 0)) in predicted:
        print(json.dumps(story, ensure_ascii=False))
