"""Pages of our own for tests of what reports become; `hostile` holds what must not survive."""

STORY = """<p>The council of Harwick voted on Tuesday to deepen the northern channel, a plan that residents had bitterly
opposed for two years, in a disastrous session.</p>
<p>“We looked at every alternative and this one does the least damage,” said Mara Belling, who chairs the port authority
of Harwick. “It is a reckless lie that we hid the letters,” she said.</p>
<p>Critics say the work will wreck the reed beds. It drew <b>four</b> hundred letters&nbsp;&mdash;
none of them published.</p>
<p>Belling’s office said on Wednesday that the letters would be released next month, together with the survey that the
authority made in spring and the two plans that it had set aside for their price.</p>
<p>The channel has silted up since 1998, and ships of more than 120 metres wait for the tide outside the town. The works
are to begin in March and to last until the autumn of the following year, according to the port authority.</p>"""

PAGE = f"""<!doctype html><html lang="en"><head><title>RIVER OF SHAME: Harwick council caves to harbour firm
| The Tide</title><meta property="og:site_name" content="The Tide"><meta name="author" content="Ina Marsh"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<main><article><h1>RIVER OF SHAME: Harwick council caves to harbour firm</h1><p>By Ina Marsh</p>
{STORY}</article></main><footer>The Tide, a made-up paper</footer></body></html>"""

HOSTILE = f"""<!doctype html><html><head><title>RIVER OF SHAME: Harwick council caves</title>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/a.css"><link rel="prefetch" href="https://evil.example/p">
<style>@import url(https://evil.example/b.css); h1 {{ background: url(https://evil.example/c.png) }}</style>
<script src="https://evil.example/a.js"></script></head>
<body onload="alert(1)" background="https://evil.example/bg.png"><article>
<h1 onclick="alert(2)" style="background:url(https://evil.example/d.png);text-align:center;position:fixed">RIVER OF
SHAME: Harwick council caves</h1>
<img src="https://evil.example/t.gif" width=1 height=1><img srcset="https://evil.example/big.jpg 2x"
alt="The <b>quay</b>">
<img src="data:image/svg+xml,<svg onload=alert(3)>" alt="A drawing">
<iframe src="https://evil.example/frame"></iframe><object data="https://evil.example/o"></object>
<video poster="https://evil.example/v.jpg" src="https://evil.example/v.mp4"></video>
<a href="javascript:alert(4)" ping="https://evil.example/ping">A link</a>
<a href="https://paper.example/other">A plain link</a>
<form action="https://evil.example/login"><input name=word value=1 autofocus onfocus=alert(5)><button>Go</button></form>
<figure><svg aria-label="A map" viewBox="0 0 9 9" onload="alert(6)"><script>alert(7)</script>
<image href="https://evil.example/i.png"/><use href="https://evil.example/u.svg#x"/><rect width="9" height="9"
fill="url(https://evil.example/f)"/><foreignObject><iframe src="https://evil.example/ff"></iframe></foreignObject></svg></figure>
<math><mtext><img src=x onerror=alert(8)></mtext></math>
<x-card onmouseover="alert(9)"><p>The plan was a disastrous, brazen and reckless mistake, critics say.</p></x-card>
<noscript><p><img src="https://evil.example/n.gif"></p></noscript>
<template><p>never</p></template><!-- <script>alert(10)</script> --><!---->{STORY}</article>
<div style="display: none"><p>unseen tracker words</p></div></body></html>"""
