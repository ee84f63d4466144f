"""Work beside the requests. Written by Django 5.2."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0003_returned_and_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=20)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("given", models.TextField(default="{}")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "at work"),
                            ("done", "finished"),
                            ("failed", "not done"),
                            ("interrupted", "interrupted"),
                        ],
                        default="waiting",
                        max_length=20,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=1)),
                ("zh", models.TextField(blank=True)),
                ("en", models.TextField(blank=True)),
                ("result", models.CharField(blank=True, max_length=120)),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jobs",
                        to="desk.story",
                    ),
                ),
            ],
            options={
                "ordering": ("-made",),
            },
        ),
    ]
